"""Given names, surnames and places from all over the world, for name swapping. Our own lists, common knowledge."""

from typing import Final

_GIVEN: Final = """
Ahmed Aisha Ali Amina Amir Ana Andrei Anna Antonio Arjun Bao Barbara Beatriz Boris Carlos Carmen Chen
Chloe Claire Claudia Daniel David Deepak Diego Dmitri Elena Emeka Emma Eric Fatima Fernando Fiona
Francois Gabriel George Giorgi Giulia Grace Greta Hamid Hans Haruto Hassan Helen Hiroshi Hugo Ibrahim
Ines Ingrid Irina Ivan James Jan Jasmine Javier Jin Joao John Jorge Jose Juan Julia Jun Kamal Karim
Karin Katarzyna Kenji Khalid Kofi Kwame Laila Lars Laura Leila Li Lin Linda Luca Lucia Luis Magda
Mahmoud Marco Margaret Maria Marie Mario Mark Mary Matteo Mehmet Mei Michael Miguel Min Mohammed Monica
Musa Nadia Naomi Natalia Ngozi Nikolai Nina Noor Olga Olivier Omar Oscar Pablo Patricia Paul Pavel Pedro
Peter Petra Philip Pierre Priya Rachel Rafael Rahul Ravi Richard Robert Rosa Ruth Sabrina Said Samir
Sara Sergei Simone Sofia Stefan Steven Sunil Susan Svetlana Tariq Thomas Tomas Tran Umar Vera Victor
Vikram Vladimir Wang Wei William Xavier Yasmin Yuki Yusuf Zainab Zhang Zoran
"""

_SURNAMES: Final = """
Abbas Abdullah Adeyemi Ahmed Al-Masri Allen Almeida Anderson Andersson Aziz Baker Banerjee Barbosa Bauer
Becker Bennett Bernard Bianchi Blanc Boateng Bondarenko Bose Brown Bui Campbell Cardoso Carter Castillo
Castro Chan Chang Chen Cheng Chowdhury Clark Cohen Collins Conti Cooper Costa Cruz Davies Davis Delgado
Demir Diallo Diaz Diop Dubois Dumont Duong Eriksson Evans Farah Fernandes Fernandez Ferrari Fischer
Flores Fofana Foster Fournier Fujita Garcia Georgiou Gomez Gonzalez Gordon Goswami Greco Green Gupta
Gutierrez Haddad Hall Hansen Haque Harris Hashimoto Hassan Hernandez Hill Ho Hoang Hoffmann Horvat
Hossain Huang Hughes Hussein Ibrahim Iqbal Ito Ivanov Iyer Jackson Jansen Jensen Jimenez Johansson
Johnson Jones Jovanovic Jung Kamara Kang Kapoor Karimi Kaya Keita Kelly Khalil Khan Kim King Klein
Kobayashi Kovacs Kowalski Kozlov Kumar Lam Larsen Laurent Lebedev Lee Lehmann Lewis Li Lim Liu Lopez
Lund Malik Mansour Marino Markovic Martin Martinez Mbeki Melnyk Mendoza Mensah Meyer Miller Mitchell
Mohamed Molina Moore Morales Moreau Moreno Morgan Morris Mukherjee Muller Murphy Mwangi Nair Nakamura
Navarro Ndiaye Nelson Nguyen Nielsen Novak Nunez Obi Okafor Okoye Oliveira Olsen Omar Ortega Ortiz Osei
Ozturk Papadopoulos Park Parker Patel Pavlov Pereira Perez Petersen Petrov Petrovic Pham Phillips Pinto
Popescu Qureshi Rahman Ramirez Ramos Rao Reddy Reyes Ricci Richards Rivera Roberts Robinson Rodriguez
Romano Romero Rossi Roy Ruiz Russo Saito Salazar Saleh Sanchez Santos Sato Schmidt Schneider Schulz Shah
Sharma Shevchenko Silva Singh Smirnov Smith Sokolov Song Soto Suarez Suzuki Takahashi Tan Tanaka Taylor
Thompson Torres Toure Tran Turner Usman Vargas Vasquez Vega Volkov Wagner Walker Wang Ward Watson Weber
White Williams Wilson Wong Wood Wright Wu Yamamoto Yang Yilmaz Young Yusuf Zhang Zhao Zhou Zimmermann
"""

_PLACES: Final = """
Abuja Accra Afghanistan Africa Albania Algeria Algiers Amman Amsterdam Angola Ankara Argentina Armenia
Asia Athens Atlanta Australia Austria Azerbaijan Baghdad Bahrain Baku Bangkok Bangladesh Barcelona
Bavaria Beijing Beirut Belarus Belgium Belgrade Benin Berlin Bogota Bolivia Boston Botswana Brasilia
Bratislava Brazil Brussels Bucharest Budapest Bulgaria Burundi Cairo California Cambodia Cameroon Canada
Canberra Caracas Catalonia Chad Chicago Chile China Colombia Copenhagen Crimea Croatia Cuba Cyprus Dakar
Dallas Damascus Delhi Denmark Dhaka Djibouti Doha Dubai Dublin Ecuador Egypt Eritrea Estonia Ethiopia
Europe Fiji Finland Florida France Gabon Gambia Gaza Geneva Georgia Germany Ghana Greece Guangdong
Guatemala Guinea Haiti Hanoi Harare Havana Helsinki Honduras Houston Hungary Iceland India Indonesia
Iran Iraq Ireland Israel Istanbul Italy Jakarta Jamaica Japan Jerusalem Johannesburg Jordan Kabul
Kampala Karachi Kashmir Kazakhstan Kenya Khartoum Kigali Kosovo Kuwait Kyiv Kyrgyzstan Lagos Lahore Laos
Latvia Lebanon Liberia Libya Lima Lisbon Lithuania London Luanda Luxembourg Madagascar Madrid Malawi
Malaysia Mali Malta Manila Mauritania Melbourne Mexico Miami Milan Minsk Moldova Mongolia Montenegro
Montreal Morocco Moscow Mozambique Mumbai Munich Myanmar Nairobi Namibia Nepal Nicaragua Niger Nigeria
Norway Oman Ontario Oslo Ottawa Pakistan Panama Paraguay Paris Peru Philadelphia Poland Portugal Prague
Pretoria Provence Punjab Pyongyang Qatar Quebec Rabat Riga Riyadh Romania Rome Russia Rwanda Santiago
Sarajevo Scotland Seattle Senegal Seoul Serbia Shanghai Siberia Sichuan Sinai Singapore Slovakia
Slovenia Sofia Somalia Spain Stockholm Sudan Sweden Switzerland Sydney Syria Taiwan Tajikistan Tallinn
Tanzania Tashkent Tbilisi Tehran Texas Thailand Togo Tokyo Toronto Tripoli Tunis Tunisia Turkey
Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vienna Vietnam Vilnius Wales Warsaw Washington
Yemen Yerevan Zagreb Zambia Zimbabwe Zurich
"""

NAMES: Final = {"given": _GIVEN.split(), "surnames": _SURNAMES.split(), "places": _PLACES.split()}
